/** The release of ActiveMQ that stands for each engine version of Amazon MQ. */
export const ACTIVEMQ_VERSIONS: Readonly<Record<string, string>> = { '5.18': '5.18.6', '5.19': '5.19.1' };
