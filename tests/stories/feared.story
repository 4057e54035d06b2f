# A fear is no event.
published: 2030-06-08

Aid workers fear that troops will kill civilians if the district falls.
----
no killing | asserted
no capture | asserted
