"""Things that several settings are furnished with, drawn in centimetres of the setting."""
