// Jest has one timeout for all levels; these tests start servers, and Terraform many times.
jest.setTimeout(900_000);
