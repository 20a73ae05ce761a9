"""The web page: takes an engine (`app.web.engine.Engine`), gives a page that asks, finds and opens reports; Gradio lives here."""
