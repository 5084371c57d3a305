# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# What each alarm looks at
#
# Each alarm looks at both instances: at the highest value, because only the active one works, or at the lowest value of
# an instance that works. expressions has the metric math for a broker with one instance and with two.

locals {
  broker_alarms = {
    connections = {
      comparison = "GreaterThanThreshold"
      expressions = [
        "100 * currentConnectionsCount1 / openwireMaximumConnections1",
        "100 * MAX([FILL(currentConnectionsCount1, 0), FILL(currentConnectionsCount2, 0)]) / MAX([FILL(openwireMaximumConnections1, 0), FILL(openwireMaximumConnections2, 0)])",
      ]
      fires_in_silence = false
      is_late_bad      = false
      label            = "Connections used"
      metrics = [
        { id = "currentConnectionsCount", name = "CurrentConnectionsCount", statistic = "Maximum" },
        { id = "openwireMaximumConnections", name = "OpenwireMaximumConnections", statistic = "Maximum" },
      ]
      minutes   = 5
      name      = "connections"
      period    = 60
      reason    = "At 100 % the broker rejects clients. All protocols are counted against the quota of OpenWire, so the alarm goes off too early if clients use several protocols."
      subject   = "used part of the connection quota"
      threshold = 80
      unit      = "%"
    }
    cpu_credits = {
      comparison = "LessThanThreshold"
      expressions = [
        "cpuCreditBalance1",
        "MIN([IF(FILL(cpuUtilization1, 0) > 0, FILL(cpuCreditBalance1, 1000000), 1000000), IF(FILL(cpuUtilization2, 0) > 0, FILL(cpuCreditBalance2, 1000000), 1000000)])",
      ]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics = [
        { id = "cpuCreditBalance", name = "CpuCreditBalance", statistic = "Minimum" },
        { id = "cpuUtilization", name = "CpuUtilization", statistic = "Average" },
      ]
      minutes   = 15
      name      = "cpu-credits"
      period    = 300
      reason    = "Without credits a burstable instance falls to its baseline. Use an mq.m5 instance for a steady load."
      subject   = "CPU credit balance"
      threshold = 30
      unit      = "credits"
    }
    cpu_utilization = {
      comparison       = "GreaterThanThreshold"
      expressions      = ["cpuUtilization1", "MAX([FILL(cpuUtilization1, 0), FILL(cpuUtilization2, 0)])"]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics          = [{ id = "cpuUtilization", name = "CpuUtilization", statistic = "Average" }]
      minutes          = 10
      name             = "cpu-utilization"
      period           = 60
      reason           = "A broker without idle CPU answers late and connections time out. Use larger instances or more brokers."
      subject          = "CPU utilization"
      threshold        = 80
      unit             = "%"
    }
    heap_usage = {
      comparison       = "GreaterThanThreshold"
      expressions      = ["heapUsage1", "MAX([FILL(heapUsage1, 0), FILL(heapUsage2, 0)])"]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics          = [{ id = "heapUsage", name = "HeapUsage", statistic = "Average" }]
      minutes          = 10
      name             = "heap-usage"
      period           = 60
      reason           = "A broker without memory restarts in a loop. Consume messages, close connections, or use larger instances."
      subject          = "used part of the Java heap"
      threshold        = 80
      unit             = "%"
    }
    journal_files = {
      comparison = "GreaterThanThreshold"
      expressions = [
        "journalFilesForFastRecovery1",
        "MAX([FILL(journalFilesForFastRecovery1, 0), FILL(journalFilesForFastRecovery2, 0)])",
      ]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics = [
        { id = "journalFilesForFastRecovery", name = "JournalFilesForFastRecovery", statistic = "Maximum" },
      ]
      minutes   = 60
      name      = "journal-files"
      period    = 300
      reason    = "Steadily above 1 means unresolved distributed (XA) transactions. Commit or roll them back."
      subject   = "journal files for fast recovery"
      threshold = 1
      unit      = "files"
    }
    network_connectors = {
      comparison = "LessThanThreshold"
      expressions = [
        "networkConnectorConnectionCount1",
        "MAX([FILL(networkConnectorConnectionCount1, 0), FILL(networkConnectorConnectionCount2, 0)])",
      ]
      fires_in_silence = false
      is_late_bad      = true
      label            = null
      metrics = [
        {
          id        = "networkConnectorConnectionCount"
          name      = "NetworkConnectorConnectionCount"
          statistic = "Maximum"
        },
      ]
      minutes   = 15
      name      = "network-connectors"
      period    = 60
      reason    = "Messages for the missing broker wait on this one. Look at the general log for the reason."
      subject   = "connected brokers of the network of brokers"
      threshold = null
      unit      = "brokers"
    }
    open_transactions = {
      comparison       = "GreaterThanThreshold"
      expressions      = ["openTransactionCount1", "MAX([FILL(openTransactionCount1, 0), FILL(openTransactionCount2, 0)])"]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics          = [{ id = "openTransactionCount", name = "OpenTransactionCount", statistic = "Maximum" }]
      minutes          = 15
      name             = "open-transactions"
      period           = 300
      reason           = "Transactions that stay open keep journal files and messages. Find the client that does not commit."
      subject          = "open transactions"
      threshold        = 100
      unit             = "transactions"
    }
    silence = {
      comparison       = "LessThanOrEqualToThreshold"
      expressions      = ["cpuUtilization1", "MAX([FILL(cpuUtilization1, 0), FILL(cpuUtilization2, 0)])"]
      fires_in_silence = true
      is_late_bad      = true
      label            = null
      metrics          = [{ id = "cpuUtilization", name = "CpuUtilization", statistic = "Average" }]
      minutes          = 10
      name             = "silence"
      period           = 60
      reason           = "No instance of the broker reports metrics. A reboot takes a few minutes; after that, look at the broker."
      subject          = "CPU utilization of the busiest instance"
      threshold        = 0
      unit             = "%"
    }
    store_usage = {
      comparison       = "GreaterThanThreshold"
      expressions      = ["storePercentUsage1", "MAX([FILL(storePercentUsage1, 0), FILL(storePercentUsage2, 0)])"]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics          = [{ id = "storePercentUsage", name = "StorePercentUsage", statistic = "Average" }]
      minutes          = 10
      name             = "store-usage"
      period           = 60
      reason           = "At 100 % the broker takes no more messages. Consume messages, or empty dead-letter queues."
      subject          = "used part of the message store"
      threshold        = 75
      unit             = "%"
    }
    temp_usage = {
      comparison       = "GreaterThanThreshold"
      expressions      = ["tempPercentUsage1", "MAX([FILL(tempPercentUsage1, 0), FILL(tempPercentUsage2, 0)])"]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics          = [{ id = "tempPercentUsage", name = "TempPercentUsage", statistic = "Average" }]
      minutes          = 10
      name             = "temp-usage"
      period           = 60
      reason           = "At 100 % the broker blocks producers of non-persistent messages. Consume faster, or send persistent messages."
      subject          = "used part of the temporary storage"
      threshold        = 75
      unit             = "%"
    }
    unconsumed_messages = {
      comparison = "GreaterThanThreshold"
      expressions = [
        "IF(totalConsumerCount1 == 0, DIFF(totalMessageCount1), 0)",
        "IF(MAX([FILL(totalConsumerCount1, 0), FILL(totalConsumerCount2, 0)]) == 0, DIFF(MAX([FILL(totalMessageCount1, 0), FILL(totalMessageCount2, 0)])), 0)",
      ]
      fires_in_silence = false
      is_late_bad      = false
      label            = "Growth without consumers"
      metrics = [
        { id = "totalConsumerCount", name = "TotalConsumerCount", statistic = "Maximum" },
        { id = "totalMessageCount", name = "TotalMessageCount", statistic = "Maximum" },
      ]
      minutes   = 20
      name      = "unconsumed-messages"
      period    = 300
      reason    = "Producers work and no consumer is connected. Start the consumers."
      subject   = "growth of the messages while the broker has no consumer"
      threshold = 0
      unit      = "messages in 5 minutes"
    }
  }
  queue_alarms = {
    depth = {
      comparison       = "GreaterThanThreshold"
      expressions      = ["queueSize1", "MAX([FILL(queueSize1, 0), FILL(queueSize2, 0)])"]
      fires_in_silence = false
      is_late_bad      = false
      label            = null
      metrics          = [{ id = "queueSize", name = "QueueSize", statistic = "Maximum" }]
      minutes          = 10
      name             = "depth"
      period           = 60
      reason           = "Consumers are slower than producers. Add consumers."
      subject          = "messages in the queue"
      threshold        = null
      unit             = "messages"
    }
    no_consumers = {
      comparison = "LessThanThreshold"
      expressions = [
        "IF(queueSize1 > 0, consumerCount1, 1000000)",
        "IF(MAX([FILL(queueSize1, 0), FILL(queueSize2, 0)]) > 0, MAX([FILL(consumerCount1, 0), FILL(consumerCount2, 0)]), 1000000)",
      ]
      fires_in_silence = false
      is_late_bad      = false
      label            = "Consumers"
      metrics = [
        { id = "queueSize", name = "QueueSize", statistic = "Maximum" },
        { id = "consumerCount", name = "ConsumerCount", statistic = "Maximum" },
      ]
      minutes   = 10
      name      = "no-consumers"
      period    = 60
      reason    = "Messages wait and too few consumers are connected. Start the consumers."
      subject   = "consumers of the queue while messages wait"
      threshold = 1
      unit      = "consumers"
    }
    wait_minutes = {
      comparison = "GreaterThanThreshold"
      expressions = [
        "IF(dequeueCount1 > 0, queueSize1 / dequeueCount1, IF(queueSize1 > 0, 1000000, 0))",
        "IF(MAX([FILL(dequeueCount1, 0), FILL(dequeueCount2, 0)]) > 0, MAX([FILL(queueSize1, 0), FILL(queueSize2, 0)]) / MAX([FILL(dequeueCount1, 0), FILL(dequeueCount2, 0)]), IF(MAX([FILL(queueSize1, 0), FILL(queueSize2, 0)]) > 0, 1000000, 0))",
      ]
      fires_in_silence = false
      is_late_bad      = false
      label            = "Wait"
      metrics = [
        { id = "dequeueCount", name = "DequeueCount", statistic = "Average" },
        { id = "queueSize", name = "QueueSize", statistic = "Maximum" },
      ]
      minutes   = 10
      name      = "wait"
      period    = 60
      reason    = "Consumers are slower than producers, or have stopped. Add consumers, or look for one that is stuck."
      subject   = "estimated wait of a new message"
      threshold = 15
      unit      = "minutes"
    }
  }
  dead_letter_alarm = {
    comparison       = "GreaterThanThreshold"
    expressions      = ["queueSize1", "MAX([FILL(queueSize1, 0), FILL(queueSize2, 0)])"]
    fires_in_silence = false
    is_late_bad      = false
    label            = null
    metrics          = [{ id = "queueSize", name = "QueueSize", statistic = "Maximum" }]
    minutes          = 5
    name             = "dead-letters"
    period           = 60
    reason           = "A consumer failed repeatedly, or messages expired. In a network of brokers a copy of a delivered message can be here after a crash."
    subject          = "messages in the dead-letter queue"
    threshold        = 0
    unit             = "messages"
  }
}
