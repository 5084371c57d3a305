import { type Construct } from 'constructs';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { combinedList } from '../tokens/combined';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments } from '../tokens/meta-arguments';
import { type AlarmsFacts } from './alarm-rules';
import { AlarmTopic } from './alarm-topic';

/** Who is notified of alarms, as the props of a construct say it. */
interface AlarmReceiversProps extends MetaArguments {
  readonly topicArns?: string[];
  readonly emails?: string[];
  readonly kmsKeyArn?: string;
  readonly tags?: Record<string, string>;
  readonly acknowledge?: RuleAcknowledgement[];
}

/** What the rules see of receivers, and of the tags of the alarms. */
export function receiverFacts({
  topicArns = [],
  emails = [],
  kmsKeyArn,
  tags,
}: AlarmReceiversProps): Omit<AlarmsFacts, 'alarms' | 'queues'> {
  return {
    ...omitUnresolved({ topicArns, emails, kmsKeyArn, tags }),
    hasReceivers: topicArns.length + emails.length > 0,
  };
}

/** The topics that alarms notify, with the one that is made for e-mail addresses. */
export function alarmReceivers(
  scope: Construct,
  props: AlarmReceiversProps,
): { readonly topic?: AlarmTopic; readonly actions: string[] } {
  const { topicArns = [], emails = [], kmsKeyArn, tags, provider, dependsOn, acknowledge } = props;
  if (emails.length === 0) return { actions: combinedList(topicArns) };
  const topic = new AlarmTopic(scope, 'Topic', { emails, kmsKeyArn, tags, provider, dependsOn, acknowledge });
  return { topic, actions: combinedList([...topicArns, topic.topicArn]) };
}
