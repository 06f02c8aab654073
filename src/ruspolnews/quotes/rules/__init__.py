"""The rules of the grammar, each of which finds quotes of one construction; `grammar` has their order."""
