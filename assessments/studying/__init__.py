"""What a paper's answers say of its questions, as pages for those who may read it: trainers. Nobody's name is in it."""
