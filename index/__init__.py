"""Finding: reports come in, a store on disk and ranked passages go out."""
