"""The inspection pack: zip, index, audit extract."""
