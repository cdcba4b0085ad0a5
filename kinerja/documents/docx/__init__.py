"""Reports in Word: the parts a file is made of."""
