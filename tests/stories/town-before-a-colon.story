# A town before a colon says where the report is from; it tells nothing.
published: 2030-06-06

Damascus: Aid volunteers in Homs appealed for help on Thursday amid shelling by the army.

Beirut: A monitor said nine people died.
----
appeal | told by the report
no appeal | told by Damascus
no toll | told by Beirut
toll | told by monitor
