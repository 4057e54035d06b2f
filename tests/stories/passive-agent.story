# Who did it can stand after "by".
published: 2030-06-06

The town of Saraqeb was captured by rebels on Thursday, the monitor said. Three people were detained by police in Hama.
----
capture | Saraqeb | by rebels | told by monitor | on 2030-06-06
detention | Hama | by police | 3 detained
