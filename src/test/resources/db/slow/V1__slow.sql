SELECT pg_sleep(7);
