# Every rule of Terraform's own rule set, for modules/ and its examples: npm run lint:terraform
plugin "terraform" {
  enabled = true
  preset  = "all"
}
