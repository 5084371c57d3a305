# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# What each graph shows
#
# A graph is about the broker, about all queues together (sum), or has a line for each queue (queues).

locals {
  graphs = [
    {
      about = "broker"
      axis = {
        label     = "%"
        max       = 100
        min       = 0
        showUnits = false
      }
      lines = [{ label = "CPU utilization", metric = "CpuUtilization", statistic = "Average" }]
      title = "CPU"
    },
    {
      about = "broker"
      axis = {
        label     = "%"
        max       = 100
        min       = 0
        showUnits = false
      }
      lines = [{ label = "heap usage", metric = "HeapUsage", statistic = "Average" }]
      title = "Java heap"
    },
    {
      about = "broker"
      axis = {
        label     = "%"
        max       = 100
        min       = 0
        showUnits = false
      }
      lines = [
        { label = "message store", metric = "StorePercentUsage", statistic = "Average" },
        { label = "temporary storage", metric = "TempPercentUsage", statistic = "Average" },
        { label = "delayed messages", metric = "JobSchedulerStorePercentUsage", statistic = "Average" },
      ]
      title = "Storage"
    },
    {
      about = "sum"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [
        { label = "sent to queues", metric = "EnqueueCount", statistic = "Sum" },
        { label = "acknowledged", metric = "DequeueCount", statistic = "Sum" },
        { label = "expired", metric = "ExpiredCount", statistic = "Sum" },
      ]
      title = "Messages per minute"
    },
    {
      about = "broker"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [{ label = "messages", metric = "TotalMessageCount", statistic = "Maximum" }]
      title = "Messages on the broker"
    },
    {
      about = "broker"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [
        { label = "received", metric = "NetworkIn", statistic = "Sum" },
        { label = "sent", metric = "NetworkOut", statistic = "Sum" },
      ]
      title = "Network, bytes per minute"
    },
    {
      about = "broker"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [
        { label = "open", metric = "CurrentConnectionsCount", statistic = "Maximum" },
        { label = "quota of OpenWire", metric = "OpenwireMaximumConnections", statistic = "Maximum" },
      ]
      title = "Connections"
    },
    {
      about = "broker"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [
        { label = "producers", metric = "TotalProducerCount", statistic = "Maximum" },
        { label = "consumers", metric = "TotalConsumerCount", statistic = "Maximum" },
        {
          label     = "offline subscribers"
          metric    = "InactiveDurableTopicSubscribersCount"
          statistic = "Maximum"
        },
      ]
      title = "Clients"
    },
    {
      about = "broker"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [
        { label = "open transactions", metric = "OpenTransactionCount", statistic = "Maximum" },
        { label = "journal (fast)", metric = "JournalFilesForFastRecovery", statistic = "Maximum" },
        { label = "journal (full)", metric = "JournalFilesForFullRecovery", statistic = "Maximum" },
      ]
      title = "Transactions and recovery"
    },
    {
      about = "queues"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [{ label = "", metric = "QueueSize", statistic = "Maximum" }]
      title = "Queues: messages"
    },
    {
      about = "queues"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [{ label = "", metric = "ConsumerCount", statistic = "Maximum" }]
      title = "Queues: consumers"
    },
    {
      about = "queues"
      axis = {
        min       = 0
        showUnits = false
      }
      lines = [{ label = "", metric = "EnqueueTime", statistic = "Average" }]
      title = "Queues: milliseconds to delivery"
    },
  ]
}
