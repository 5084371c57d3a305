/** The engines of Amazon MQ, as its API spells them. This package makes brokers of ActiveMQ and reviews plans of both. */
export type Engine = 'ActiveMQ' | 'RabbitMQ';
