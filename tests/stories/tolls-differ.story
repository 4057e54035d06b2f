# Two voices, two tolls of one blast: they contradict each other.
published: 2030-06-07

A car bomb killed twelve people in Homs on Thursday, the Lantern Observatory said. The interior ministry said the blast killed eight people.
----
bombing | 12 killed people
bombing | 8 killed people
contradicts | bombing | bombing
same_event | bombing | bombing
