"""Write a service's OpenAPI file: `python -m service_common.openapi learners_api services/learners-api/openapi.json`.

The service's `settings.py` has `EXAMPLE`, settings with which its application can be made without a database.
"""

import argparse
import importlib
import json
from pathlib import Path

from fastapi import FastAPI


def openapi_text(app: FastAPI) -> str:
    """The committed form: sorted nowhere, so that operations stay in the order of the code, and two spaces deep."""
    return json.dumps(app.openapi(), indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package")
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    example_settings = importlib.import_module(f"{arguments.package}.settings").EXAMPLE
    app = importlib.import_module(f"{arguments.package}.main").create_app(example_settings)
    text = openapi_text(app)
    # Others may be reading a file that is right already.
    if not arguments.file.exists() or arguments.file.read_text(encoding="utf-8") != text:
        arguments.file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
