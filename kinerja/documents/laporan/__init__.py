"""Reports as documents: frozen figures become blocks."""
