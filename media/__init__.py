"""What pages show beside words, such as captioned video, and the reading of files that content is written in."""
