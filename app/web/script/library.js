// The tab "library".
