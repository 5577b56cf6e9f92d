"""Users, regions, agencies, posts and rights; who may see whom; which language each person reads, writes and speaks."""
