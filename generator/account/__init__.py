"""What one article says: its people, its quotations, its dates, its numbers, its claims."""
