// A process that does nothing, as `node -e 0`.
