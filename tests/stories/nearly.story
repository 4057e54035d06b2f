# What was nearly done, or would be done if, was not done.
published: 2030-06-12

Rebels almost captured the fort on Monday. An attack on the dam would drown the valley, an engineer said. The army was told to shell the road.
----
no capture | asserted
no attack | asserted
no shelling | asserted
