# "reportedly" makes a claim an allegation.
published: 2030-06-06

Soldiers reportedly executed twelve detainees in a village near Homs on Thursday.
----
execution | alleged | by soldiers | on 2030-06-06 | 12 killed detainees
no execution | asserted
