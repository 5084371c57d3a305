# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

terraform {
  required_version = ">= 1.5.7"
}
