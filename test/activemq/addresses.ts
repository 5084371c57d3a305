/** What the constructs write for the URL of an instance, which only Terraform knows. */
const URL_OF_INSTANCE = /\$\{regex\("[^"]*", join\("\\n", aws_mq_broker\.(\w+)\.instances\[(\d)\]\.endpoints\)\)\}/g;

/** A synthesized document with a URL for each instance. */
export function addressed(document: string, urlOf: (broker: string, instance: number) => string): string {
  return document.replace(URL_OF_INSTANCE, (_, broker: string, instance: string) => urlOf(broker, Number(instance)));
}
