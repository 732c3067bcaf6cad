{{/* Every object of a service. A thin chart consists of this one line. */}}
{{- define "service-lib.all" -}}
{{ include "service-lib.settings" . }}
---
{{ include "service-lib.deployment" . }}
---
{{ include "service-lib.services" . }}
{{- if .Values.global.networkPolicy.enabled }}
---
{{ include "service-lib.networkPolicy" . }}
{{- end }}
{{- if .Values.migration.enabled }}
---
{{ include "service-lib.migration" . }}
{{- end }}
{{- if not .Values.serviceAccount.name }}
---
{{ include "service-lib.serviceAccount" . }}
{{- end }}
{{- if .Values.autoscaling.enabled }}
---
{{ include "service-lib.autoscaler" . }}
{{- end }}
{{- if gt (int (include "service-lib.leastReplicas" .)) 1 }}
---
{{ include "service-lib.disruptionBudget" . }}
{{- end }}
{{- if .Values.global.serviceMonitor.enabled }}
---
{{ include "service-lib.serviceMonitor" . }}
{{- end }}
{{- end }}
