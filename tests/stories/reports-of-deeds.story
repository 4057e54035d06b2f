# Who stands behind the deed that reports are of did it; they reported nothing.
published: 2030-06-06

There were reports of executions by soldiers in Aleppo on Thursday.
----
execution | alleged | by soldiers | Aleppo
no execution | told by soldiers
