# "reports of" is a voice without a name, and what it tells is alleged.
published: 2030-06-06

There are reports of executions by soldiers in Aleppo, a monitor said on Thursday.
----
execution | alleged | Aleppo
no execution | asserted
