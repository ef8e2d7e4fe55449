import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { channelOf } from './contract/endpoint.ts'
import { type ContractEvent, EVENT_CHANNEL, type EventName, type EventValue } from './contract/events.ts'
import { contract } from './contract/index.ts'

const questions = Object.fromEntries(
  Object.entries(contract).map(([area, endpoints]) => [
    area,
    Object.fromEntries(
      Object.keys(endpoints).map((name) => [
        name,
        (input?: unknown) => ipcRenderer.invoke(channelOf(area, name), input),
      ]),
    ),
  ]),
)

const on = <N extends EventName>(name: N, listener: (value: EventValue<N>) => void): (() => void) => {
  // The channel carries every event; its name says whose value this is.
  const hear = (_: IpcRendererEvent, event: ContractEvent) =>
    event.name === name && listener(event.value as EventValue<N>)
  ipcRenderer.on(EVENT_CHANNEL, hear)
  return () => ipcRenderer.off(EVENT_CHANNEL, hear)
}

contextBridge.exposeInMainWorld('api', { ...questions, on })
