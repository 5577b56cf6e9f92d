"""Papers of vignettes that close a course: questions, attempts and answers, and how they are marked."""
