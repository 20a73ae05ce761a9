// The tab "check".
