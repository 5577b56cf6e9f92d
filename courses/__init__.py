"""What people learn from by themselves: courses, lessons and plain pages, and who is where in them."""
