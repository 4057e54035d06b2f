# What nobody could establish is doubted, though the tree of such a sentence often hangs its clause elsewhere.
published: 2030-06-12

There is little evidence that anyone fled the lakeside villages. The claim that rebels attacked the ferry could not be checked.
----
no displacement | asserted
no attack | asserted
