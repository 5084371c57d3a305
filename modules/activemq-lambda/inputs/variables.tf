# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.
