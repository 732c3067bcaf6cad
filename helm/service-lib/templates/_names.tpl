{{/* Name of a service's objects; takes (list root service). */}}
{{- define "service-lib.nameOf" -}}
{{- $root := index . 0 -}}
{{- printf "%s-%s" $root.Release.Name (index . 1) | trunc 52 | trimSuffix "-" -}}
{{- end }}

{{- define "service-lib.name" -}}
{{- include "service-lib.nameOf" (list . .Chart.Name) -}}
{{- end }}

{{/* What selects pods of a service in any role; never changes, since selectors cannot. Takes (list root service). */}}
{{- define "service-lib.selectorOf" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
{{- end }}

{{/* What selects the pods which serve. */}}
{{- define "service-lib.selector" -}}
{{ include "service-lib.selectorOf" (list . .Chart.Name) }}
app.kubernetes.io/component: service
{{- end }}

{{/* Labels of an object; takes (list root component). */}}
{{- define "service-lib.labels" -}}
{{- $root := index . 0 -}}
{{ include "service-lib.selectorOf" (list $root $root.Chart.Name) }}
app.kubernetes.io/component: {{ index . 1 }}
app.kubernetes.io/part-of: tocsin
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "service-lib.serviceAccountName" -}}
{{- .Values.serviceAccount.name | default (include "service-lib.name" .) -}}
{{- end }}

{{- define "service-lib.image" -}}
{{- $image := printf "%s/%s" .Values.global.image.registry .Values.image.name -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $image .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $image (.Values.global.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end }}

{{- define "service-lib.leastReplicas" -}}
{{- ternary .Values.autoscaling.minReplicas .Values.replicas .Values.autoscaling.enabled -}}
{{- end }}
