// The tab "trends".
