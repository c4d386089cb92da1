"""Whatever is killed when: nothing acknowledged is lost, nothing has two effects, everything comes back."""
