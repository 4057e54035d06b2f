# What is announced has not happened.
published: 2030-06-08

The two sides will observe a ceasefire in Aleppo from Saturday, mediator Ada Quillfeather said.
----
agreement | planned
no agreement | asserted
