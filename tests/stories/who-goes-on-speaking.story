# "he" is whoever spoke before.
published: 2030-06-06

Omar Thimblewood, an activist in Aleppo, said that shelling killed five people on Wednesday. He said that troops detained thirty men.
----
shelling | 5 killed | told by Omar Thimblewood | on 2030-06-05
detention | by troops | 30 detained | told by Omar Thimblewood
