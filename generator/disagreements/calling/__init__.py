"""What people and things are called, gathered over the articles of an event."""
