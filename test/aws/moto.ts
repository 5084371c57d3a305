import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PYTHON } from './api-model';

/**
 * Ends with its standard input, so that nothing is left running if this process is killed. Three things are mended in moto:
 * - It forgets the description of a rule whose peer is a group or a prefix list; AWS keeps it, and every plan would show it
 *   again.
 * - CloudWatch Logs takes no key for a log group that exists.
 * - Lambda knows no brokers as event sources: they are like streams of Kinesis, without a position to start at.
 */
const PROGRAM = `
import os, sys, threading
def end_with_input():
    sys.stdin.read()
    os._exit(0)
threading.Thread(target=end_with_input, daemon=True).start()
from moto.ec2.models.security_groups import SecurityGroupRule
made = SecurityGroupRule.__init__
def make(self, *args, **named):
    made(self, *args, **named)
    given = [each for each in (*args, *named.values()) if isinstance(each, dict)]
    self.given_description = next((each["Description"] for each in given if each.get("Description")), None)
SecurityGroupRule.__init__ = make
SecurityGroupRule.description = property(lambda rule: rule.ip_range.get("Description") or rule.given_description)
from moto.logs.responses import LogsResponse
def associate_kms_key(response):
    group = response.logs_backend.groups[response._get_param("logGroupName")]
    group.kms_key_id = response._get_param("kmsKeyId")
    return ""
LogsResponse.associate_kms_key = associate_kms_key
from moto.awslambda.models import EventSourceMapping, LambdaBackend
service_of = EventSourceMapping._get_service_source_from_arn
EventSourceMapping._get_service_source_from_arn = lambda mapping, arn=None: (
    "kinesis" if service_of(mapping, arn) == "mq" else service_of(mapping, arn)
)
create_mapping = LambdaBackend.create_event_source_mapping
def create_event_source_mapping(backend, spec):
    if ":mq:" not in spec.get("EventSourceArn", ""):
        return create_mapping(backend, spec)
    function = backend._lambdas.get_function_by_name_or_arn_with_qualifier(spec["FunctionName"])
    place = {"RegionName": backend.region_name, "AccountId": backend.account_id}
    mapping = EventSourceMapping({**spec, **place, "FunctionArn": function.function_arn})
    mapping.starting_position = None
    backend._event_source_mappings[mapping.uuid] = mapping
    return mapping
LambdaBackend.create_event_source_mapping = create_event_source_mapping
from moto.server import main
main(["-H", "127.0.0.1", "-p", "0"])
`;

export const MOTO_MISSING =
  `${PYTHON} has no moto, so there is no stand-in for AWS: run "pip install 'moto[server]'", or name the python that has ` +
  'it in AWS_STAND_IN_PYTHON';

/** moto, which answers for every service but Amazon MQ. A process of its own, on a free port of 127.0.0.1. */
export class Moto {
  readonly #process: ChildProcess;

  private constructor(
    readonly url: string,
    child: ChildProcess,
  ) {
    this.#process = child;
  }

  static async start(): Promise<Moto> {
    const moto = spawn(PYTHON, ['-c', PROGRAM], { stdio: ['pipe', 'ignore', 'pipe'] });
    let output = '';
    const url = await new Promise<string>((resolve, reject) => {
      moto.stderr!.on('data', (data: Buffer) => {
        output += data.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
        if (found) resolve(found[0]);
      });
      moto.once('error', () => reject(new Error(MOTO_MISSING)));
      moto.once('exit', () =>
        reject(new Error(/ModuleNotFoundError/.test(output) ? MOTO_MISSING : `moto does not start:\n${output}`)),
      );
    });
    return new Moto(url, moto);
  }

  /** Forgets everything, in every account. */
  async reset(): Promise<void> {
    await fetch(`${this.url}/moto-api/reset`, { method: 'POST' });
  }

  onExit(listener: () => void): void {
    this.#process.once('exit', listener);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const exited = once(this.#process, 'exit');
    this.#process.stdin!.end();
    await exited;
  }
}
