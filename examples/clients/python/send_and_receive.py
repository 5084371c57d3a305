"""Sends a message over STOMP and receives it.

BROKER_URL has the STOMP URLs of all instances, BROKER_SECRET the value of the user's secret: {"username": …, "password": …}.
"""

import json
import os
import queue
import re

import stomp

PATIENCE_IN_SECONDS = 30

hosts = [(host, int(port)) for host, port in re.findall(r"//([^:/]+):(\d+)", os.environ["BROKER_URL"])]
secret = json.loads(os.environ["BROKER_SECRET"])
received = queue.Queue()


class Receiver(stomp.ConnectionListener):
    def on_message(self, frame):
        received.put(frame.body)


# Tries the instances in turn until the active one answers.
connection = stomp.Connection12(hosts, reconnect_attempts_max=10)
connection.set_ssl(for_hosts=hosts)
connection.set_listener("receiver", Receiver())
connection.connect(secret["username"], secret["password"], wait=True)
connection.subscribe("/queue/getting-started", id="1", ack="auto")
connection.send("/queue/getting-started", "hello from Python", headers={"persistent": "true"})
print("sent: hello from Python")
print(f"received: {received.get(timeout=PATIENCE_IN_SECONDS)}")
connection.disconnect()
