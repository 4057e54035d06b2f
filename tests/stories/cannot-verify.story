# Whoever cannot verify an account doubts it: one more claim, tied to the first.
published: 2030-06-07

Shelling killed seven civilians in Aleppo on Thursday, activists said. Tidewater Wire could not independently verify the report.
----
shelling | asserted | told by activists
shelling | doubted
cannot_verify | shelling | shelling
