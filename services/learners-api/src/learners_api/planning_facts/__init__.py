"""Planning facts: how somebody travels, how long they work, what they would like, and what they need."""
