# An appeal is a claim; what is asked for has not happened.
published: 2030-06-06

The White Helmets appealed to the United Nations to evacuate civilians from Aleppo.
----
appeal | by White Helmets | asserted
no evacuation | asserted
