export { MaintenanceMute, MaintenanceMuteProps } from './monitoring/maintenance-mute';
