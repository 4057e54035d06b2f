# A car bomb is a bombing; if the attacker dies, it is a suicide bombing.
published: 2030-06-06

A car bomb killed four people in Damascus on Thursday, state media said.

A suicide bomber blew himself up at a checkpoint in Homs on Wednesday, killing six soldiers, the ministry said.
----
bombing | Damascus | 4 killed | on 2030-06-06
suicide_bombing | Homs | 6 killed soldiers | on 2030-06-05
