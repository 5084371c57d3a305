/** Fails unless both ways write the same Terraform, but for the names of resources and what is told of their paths. */
export declare function assertSameOutput(
  folder: string,
  synthesize: (way: string, count: number, outdir: string) => void,
): void;
