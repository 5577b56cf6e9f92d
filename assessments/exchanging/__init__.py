"""The editors' page of files: questions brought in after a look at what would come, and banks given out."""
