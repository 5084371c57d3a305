# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Terraform drops a key that the type of an input does not have. The inputs of the module are of type any, so that it
# finds a misspelled key; here they get their types, and the defaults of keys that are left out.
