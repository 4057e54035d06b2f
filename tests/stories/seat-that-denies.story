# In a speech act a place stands for those who govern it.
published: 2030-06-06

Activists said that warplanes bombed a school in Idlib on Tuesday. Damascus denied responsibility.
----
denial | by Syria
